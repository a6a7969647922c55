using System.Text.Json;
using System.Text.RegularExpressions;
using Projects.Host.Samples;

namespace Projects.Domain.Tests.Samples;

/// <summary>What every sample file keeps to, whatever the rules say (DOMAIN 2).</summary>
public sealed class SampleFileTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "samples");
    private static readonly IReadOnlyList<SampleStory> Stories = SampleStory.ReadAll(Folder);

    /// <summary>Everybody the newspaper names. Sample people are named by role; nobody from the newspaper is one of them.</summary>
    private static readonly string[] Named =
        ["秦方", "李锐平", "田甜", "高裕弟", "秦建", "李雯文", "邓聿修", "孙永鹏", "何一栋", "李立婷", "张建玲", "田颖"];

    [Fact]
    public void Every_file_is_a_story_of_commands_the_domain_knows()
    {
        Assert.NotEmpty(Stories);
        foreach (var (story, entry) in SampleStory.InOrder(Stories))
        {
            var text = Regex.Replace(entry.Command.GetRawText(), @"""\$\{file:[^}]+\}""", "null");
            var command = JsonDocument.Parse(text).RootElement;
            object parsed = entry.Project is null ? SampleStory.Parse<ParkCommand>(command) : SampleStory.Parse<ProjectCommand>(command);
            Assert.True(parsed.GetType().Name == entry.Kind, $"{story.File} {entry.Request}");
        }
    }

    [Fact]
    public void Every_story_runs_forward_and_ends_before_the_sample_goes_on()
    {
        foreach (var story in Stories)
        {
            Assert.True(story.Story.Zip(story.Story.Skip(1)).All(pair => pair.First.At <= pair.Second.At), story.File);
            Assert.True(story.Story[^1].At <= SampleLoader.Continues, story.File);
        }
    }

    /// <summary>Offices work on make-up Sundays such as 2023-10-08, and not in the holidays before it.</summary>
    [Fact]
    public void People_work_on_working_days()
    {
        var idle = SampleStory.InOrder(Stories).Where(told => !WorkCalendar.China.IsWorkingDay(BusinessDay.Of(told.Entry.At)));
        Assert.Empty(idle.Select(told => told.Entry.Request));
    }

    [Fact]
    public void No_two_commands_share_a_request_id()
    {
        var requests = Stories.SelectMany(story => story.Story).Select(entry => entry.Request).ToList();
        Assert.Equal(requests.Count, requests.Distinct().Count());
    }

    [Fact]
    public void Nobody_from_the_newspaper_appears()
    {
        foreach (var file in Directory.EnumerateFiles(Folder, "*.json", SearchOption.AllDirectories))
        {
            var text = File.ReadAllText(file);
            Assert.DoesNotContain(Named, name => text.Contains(name, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Everybody_is_named_by_role()
    {
        foreach (var person in Stories.SelectMany(story => story.People))
            Assert.Matches("(专员|经办|主任|负责人|副职|核查人|领导|督查室|审计|管理员|代表|主管部门)[甲乙丙丁]$", person.Name);
    }

    [Fact]
    public void No_two_people_share_a_login()
    {
        var logins = Stories.SelectMany(story => story.People).Select(person => person.Login).ToList();
        Assert.Equal(logins.Count, logins.Distinct().Count());
    }

    [Fact]
    public void An_officer_a_leader_and_the_ledger_office_get_a_link() =>
        Assert.Equal(["leader", "ledger", "officer"], Stories.SelectMany(story => story.People).Select(person => person.Link).OfType<string>().Order());

    [Fact]
    public void The_people_of_a_park_are_those_its_story_adds()
    {
        foreach (var park in Stories.GroupBy(story => story.Park))
        {
            var added = SampleStory.InOrder(park).Where(told => told.Entry.Kind == nameof(AddPerson))
                .Select(told => (AddPerson)SampleStory.Parse<ParkCommand>(told.Entry.Command)).Select(add => (add.Person, add.Name));
            Assert.Equal(park.SelectMany(story => story.People).Select(person => (person.Person, person.Name)).Order(), added.Order());
        }
    }

    /// <summary>What the newspaper does not say is plainly marked as invented; what it says names it.</summary>
    [Fact]
    public void Every_project_list_and_issue_says_where_it_comes_from()
    {
        foreach (var (story, entry) in SampleStory.InOrder(Stories))
        {
            if (entry.Kind is nameof(RegisterProject) or nameof(OpenList) or nameof(DraftIssue) or nameof(TakeOverIssue))
                AssertSourced(entry.Command.GetProperty("particulars").GetProperty("source").GetString(), entry.Request);
            foreach (var draft in Items(entry.Command, "drafts"))
                AssertSourced(draft.GetProperty("particulars").GetProperty("source").GetString(), entry.Request);
            if (entry.Kind is nameof(QuoteTotals))
                AssertSourced(entry.Command.GetProperty("source").GetString(), entry.Request);
            Assert.Contains(story.Notes, note => note.StartsWith("虚构", StringComparison.Ordinal));
        }
    }

    /// <summary>Opinions, reasons, notes and statements are never from the newspaper, unless they say so.</summary>
    [Fact]
    public void Every_free_text_is_marked_invented_or_quotes_the_report()
    {
        string[] free = ["note", "reason", "progress", "difficulty", "statement", "opinion", "outcome", "raisedBy", "finding", "voucher", "reply", "message", "document"];
        foreach (var (_, entry) in SampleStory.InOrder(Stories))
        {
            foreach (var property in entry.Command.EnumerateObject().Where(property => free.Contains(property.Name)))
                AssertMarked(property.Value, entry.Request);
        }
    }

    /// <summary>Nobody went on the visits of the sample or sat in its meetings: where, about what and what came of it says so.</summary>
    [Fact]
    public void Every_visit_and_meeting_is_marked_invented()
    {
        foreach (var (_, entry) in SampleStory.InOrder(Stories).Where(told => told.Entry.Kind is nameof(RecordVisit) or nameof(RecordMeeting)))
        {
            var particulars = entry.Command.GetProperty("particulars");
            foreach (var property in particulars.EnumerateObject().Where(property => property.Name is "enterprise" or "place" or "seen" or "topic"))
                AssertMarked(property.Value, entry.Request);
            Assert.All(Items(particulars, "demands"), demand => AssertMarked(demand, entry.Request));
            Assert.All(Items(entry.Command, "resolutions"), resolution => AssertMarked(resolution.GetProperty("text"), entry.Request));
        }
    }

    private static IEnumerable<JsonElement> Items(JsonElement of, string name) => of.TryGetProperty(name, out var items) ? items.EnumerateArray() : [];

    private static void AssertMarked(JsonElement text, string request) =>
        Assert.True(text.GetString() is { } said && Regex.IsMatch(said, "示例|虚构|据报道"), $"{request} {text}");

    private static void AssertSourced(string? source, string request) =>
        Assert.True(source is not null && Regex.IsMatch(source, "报道|虚构"), $"{request}: {source}");
}
