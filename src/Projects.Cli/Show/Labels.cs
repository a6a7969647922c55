namespace Projects.Cli.Show;

/// <summary>What a field of the contract is called above a column. In English its own name.</summary>
internal static class Labels
{
    private static readonly Dictionary<string, string> Chinese = new()
    {
        ["name"] = "编码", ["number"] = "编号", ["list"] = "清单", ["lists"] = "清单", ["list_display_name"] = "清单", ["tier"] = "层级",
        ["display_name"] = "名称", ["project"] = "项目", ["project_display_name"] = "项目", ["state"] = "状态", ["status"] = "状态", ["light"] = "灯",
        ["overdue"] = "逾期", ["description"] = "说明", ["grade"] = "等级", ["kind"] = "类型", ["category"] = "类别", ["leader"] = "责任领导",
        ["lead_unit"] = "牵头单位", ["supporting_units"] = "配合单位", ["responsible"] = "责任人", ["acceptance_unit"] = "验收单位", ["goal"] = "目标",
        ["criteria"] = "标准", ["measures"] = "措施", ["due_date"] = "期限", ["original_due"] = "原期限", ["original_due_date"] = "原期限",
        ["current_due_date"] = "现期限", ["round"] = "轮次", ["closed_date"] = "销号日", ["filing_number"] = "备案号", ["ball_in_court"] = "球在谁手",
        ["unit"] = "单位", ["parent_unit"] = "上级单位", ["person"] = "人员", ["person_name"] = "姓名", ["park"] = "园区", ["park_name"] = "园区名称",
        ["role"] = "职务", ["role_name"] = "职务", ["capacities"] = "任职", ["start_date"] = "起", ["end_date"] = "止", ["giver"] = "授权人",
        ["delegate"] = "被授权人", ["on_behalf_of"] = "代行", ["stage"] = "阶段", ["stage_date"] = "进入日", ["phases"] = "分期", ["phase"] = "分期",
        ["enterprise"] = "企业", ["sponsor"] = "包保领导", ["officer"] = "项目专员", ["task_force"] = "专班", ["total_investment_wan"] = "总投资",
        ["source"] = "来源", ["registered_date"] = "立账日", ["accepted_date"] = "签收日", ["benefits"] = "效益", ["baseline_date"] = "基准",
        ["forecast_date"] = "预测", ["actual_date"] = "实际", ["predecessors"] = "前置", ["evidence"] = "佐证", ["reported_by"] = "上报",
        ["verified_by"] = "核实", ["note"] = "备注", ["variance"] = "偏差", ["working_days"] = "工作日", ["calendar_days"] = "自然日",
        ["working_days_left"] = "剩余工作日", ["month"] = "月份", ["basis"] = "口径", ["amount_fen"] = "金额", ["voucher"] = "凭证", ["by"] = "经手",
        ["reverses"] = "冲正", ["reversed_by"] = "被冲正", ["month_fen"] = "本月", ["year_to_date_fen"] = "年初以来", ["since_start_fen"] = "开工以来",
        ["plan_fen"] = "年计划", ["completion"] = "完成率", ["time"] = "时间进度", ["ahead_points"] = "进度差", ["year"] = "年度", ["total_fen"] = "合计",
        ["months_fen"] = "各月", ["version"] = "版本", ["event"] = "事项", ["summary"] = "摘要", ["record_time"] = "记录时间", ["late_entry"] = "补录",
        ["date"] = "日期", ["count"] = "数", ["project_count"] = "项目数", ["campaign_count"] = "专项数", ["milestones"] = "里程碑", ["issues"] = "问题",
        ["open"] = "在账", ["closed"] = "已销号", ["watched"] = "长期坚持", ["planned"] = "计划", ["reported"] = "已上报", ["verified"] = "已核实",
        ["measure"] = "计量", ["quoted_totals"] = "引用总数", ["found"] = "查摆", ["done"] = "完成", ["total_size"] = "共", ["expire_time"] = "到期",
        ["create_time"] = "签发", ["last_use_time"] = "最近使用", ["revoke_time"] = "吊销", ["scope"] = "范围", ["secret"] = "密文", ["program"] = "程序",
        ["row_count"] = "行数", ["row"] = "行", ["column"] = "栏", ["orders"] = "操作", ["order_count"] = "操作数", ["untouched_count"] = "未填行数", ["unknown_columns"] = "不认识的栏",
        ["faults"] = "有误之处", ["stopped_row"] = "停在第几行", ["applied"] = "已导入", ["columns"] = "各栏", ["heading"] = "栏名", ["title"] = "识别为",
        ["already_count"] = "已有记录行数", ["import_kinds"] = "可导入的表", ["into_list"] = "归入清单", ["other_titles"] = "也可写作", ["needed"] = "必有", ["choices"] = "可选",
        ["file_name"] = "文件名", ["size_bytes"] = "字节", ["media_type"] = "类型", ["city"] = "市", ["province"] = "省", ["calendar_version"] = "日历",
        ["today"] = "今天", ["reason"] = "原因", ["kinds"] = "类型", ["stages"] = "阶段", ["investment"] = "投资", ["units"] = "单位", ["people"] = "人员",
        ["projects"] = "项目", ["entries"] = "留痕", ["path"] = "历程", ["capacity"] = "规模", ["allowed_actions"] = "可办事项", ["verb"] = "事项",
        ["allowed"] = "可办", ["explanation"] = "说明", ["remark"] = "备注", ["promised"] = "承诺", ["actual"] = "实际", ["code"] = "代码", ["laggard"] = "最慢分期",
        ["sample_clock"] = "示例时钟", ["offset_seconds"] = "偏移秒数", ["notice"] = "说明", ["statement"] = "陈述", ["progress"] = "进展",
        ["difficulty"] = "困难", ["text"] = "内容", ["done_by"] = "完成", ["verifiers"] = "核查人", ["approval"] = "审批", ["outcome"] = "结果",
        ["outcome_reason"] = "结果原因", ["outcome_by"] = "结果经手", ["opinion"] = "意见", ["last_step_date"] = "最近一步", ["next_review_date"] = "下次回头看",
        ["root_cause"] = "原因类别", ["found_date"] = "发现日", ["filed_date"] = "备案日", ["provisional"] = "暂定",
        ["link_code"] = "登录码", ["has_password"] = "已设密码", ["disable_time"] = "停用", ["accounts"] = "账号", ["investments"] = "投资",
        ["investment_plans"] = "年度计划", ["figures"] = "进度", ["particulars"] = "内容", ["dispute"] = "异议", ["rounds"] = "轮次", ["extensions"] = "延期",
        ["reviews"] = "回头看", ["suspension"] = "中止", ["void_reason"] = "作废原因", ["merged_into"] = "并入", ["take_over"] = "承接",
        ["old_due_date"] = "原时限", ["new_due_date"] = "新时限", ["late"] = "逾期申请", ["approver_level"] = "审批层级", ["requested_by"] = "申请",
        ["granted"] = "批准", ["decided_by"] = "审批", ["decision_reason"] = "审批意见", ["finding"] = "结论", ["left_state"] = "中止前状态",
        ["review_date"] = "复查日", ["document"] = "依据", ["requested_date"] = "申请日", ["issue"] = "问题", ["rates"] = "比率",
        ["standing_count"] = "长期坚持", ["median_working_days"] = "办理工作日中位数", ["definition"] = "定义", ["tiers"] = "层级", ["states"] = "状态",
        ["lights"] = "灯", ["grades"] = "等级", ["rows"] = "台账", ["whole"] = "全部", ["issue_lists"] = "清单", ["baselines"] = "基准沿革",
        ["proposal"] = "拟调基准", ["forecasts"] = "历次预测", ["rejection_reason"] = "退回原因", ["duration"] = "工期", ["appointments"] = "任职",
        ["delegations"] = "授权", ["closing"] = "销号规则", ["approval_order"] = "审批顺序", ["notice_working_days"] = "公示工作日",
        ["extension_lead_working_days"] = "延期须提前工作日", ["max_extensions"] = "延期次数上限", ["acceptance_working_days"] = "签收工作日",
        ["suspension_calendar_days"] = "中止日数上限", ["late_entry_working_days"] = "补录工作日", ["warning_working_days"] = "预警工作日",
        ["progress_yellow_points"] = "黄灯进度差", ["progress_red_points"] = "红灯进度差", ["start_missed_red_months"] = "未开工转红月数",
        ["rebound_calendar_days"] = "反弹期限（日）", ["left_stage"] = "停工前阶段", ["claim"] = "企业陈述", ["opened_date"] = "起始日", ["cause"] = "起因",
        ["terms"] = "适用规则", ["self_check"] = "自查", ["rectifiers"] = "整改人员", ["requests"] = "销号申请", ["policy_version"] = "规则版本",
        ["captured_date"] = "拍摄日", ["verifier"] = "核查人", ["judgements"] = "判断", ["criterion"] = "标准", ["met"] = "达到",
        ["counted_working_days"] = "已计工作日", ["objections"] = "异议", ["raised_by"] = "提出人", ["raised_date"] = "提出日", ["settled_date"] = "处理日",
        ["upheld"] = "成立", ["bearer_token"] = "令牌", ["lifetime_days"] = "有效日数", ["tokens"] = "令牌", ["value"] = "数值", ["qualifier"] = "修饰",
        ["numerator"] = "分子", ["denominator"] = "分母", ["days"] = "天数", ["by_program"] = "由程序",
        ["urging"] = "催办", ["urgings"] = "催办", ["level"] = "级别", ["trigger"] = "起因", ["within_working_days"] = "剩余工作日不超过", ["reply_by_date"] = "答复期限",
        ["reply_overdue"] = "逾期未答复", ["by_itself"] = "自动", ["message"] = "要求", ["replies"] = "答复", ["promised_date"] = "承诺办结", ["accepted"] = "认可",
        ["settled_by"] = "认定", ["urged_level"] = "催办", ["urged_date"] = "催办日", ["ladder"] = "催办级别", ["reply_working_days"] = "答复工作日", ["to_leader"] = "致责任领导",
        ["warn_at_working_days"] = "临期提醒工作日", ["follows"] = "续", ["due_urgings"] = "今日应催",
        ["visits"] = "走访", ["visit_date"] = "走访日", ["visitors"] = "走访人", ["place"] = "地点", ["seen"] = "所见", ["as_of"] = "截至", ["demands"] = "诉求", ["drafts"] = "起草",
        ["corrects"] = "更正", ["correction_reason"] = "更正原因", ["corrected_by"] = "被更正",
        ["meetings"] = "调度会", ["meeting_date"] = "会议日", ["chair"] = "主持", ["attendees"] = "参会", ["topic"] = "议题", ["resolutions"] = "议定事项",
        ["weekly_reports"] = "周报", ["first_date"] = "起", ["last_date"] = "截至", ["issue_by_time"] = "应签发于", ["draft_time"] = "起草", ["reviewed_by"] = "审核",
        ["signed_by"] = "签发", ["files"] = "文件", ["format"] = "格式", ["input_digest"] = "输入摘要", ["template"] = "模板", ["document"] = "正文",
        ["next_last_date"] = "下期截至", ["first_week_date"] = "首期截止日", ["same"] = "一致", ["reproduced_digest"] = "重制摘要", ["reproduced_input_digest"] = "重制输入摘要",
        ["labels"] = "用语", ["zh"] = "中文", ["en"] = "英文", ["project_kind"] = "项目类型",
        ["issue_kind"] = "整改类型", ["vocabularies"] = "选项表", ["terms"] = "选项",
    };

    /// <summary>Where the same name means another thing.</summary>
    private static readonly Dictionary<string, string> ChineseWithin = new()
    {
        ["ClosureRequest.notice"] = "公示", ["TakeOver.notice"] = "公示", ["IssueParticulars.kind"] = "整改类型", ["IssueParticulars.category"] = "问题类别",
        ["Token.create_time"] = "签发", ["UrgingNotice.document"] = "文号", ["UrgingReply.late"] = "逾期", ["Account.create_time"] = "开通",
    };

    public static string Of(FieldDescriptor field, Language language)
    {
        if (language == Language.English)
            return field.Name.Replace("_fen", "", StringComparison.Ordinal).Replace("_wan", "", StringComparison.Ordinal).Replace('_', ' ');
        return ChineseWithin.GetValueOrDefault($"{field.ContainingType.Name}.{field.Name}") ?? Chinese.GetValueOrDefault(field.Name) ?? field.Name.Replace('_', ' ');
    }
}
