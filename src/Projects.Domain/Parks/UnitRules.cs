namespace Projects;

/// <summary>Units form a tree: a parent stands before its children and never changes, so no circle can come about.</summary>
internal static class UnitRules
{
    public static Decision Add(ParkMatter matter, AddUnit command, Capacity administrator)
    {
        var check = new FieldCheck();
        check.Id("unit", command.Unit.Value);
        var name = check.Text("display_name", command.Name, FieldCheck.Line);
        if (check.Refusal is { } fault)
            return Matter.No(fault);
        if (matter.Park.Units.TryGetValue(command.Unit, out var unit))
            return unit.Name == name && unit.Parent == command.Parent ? Matter.Already : Matter.No(new NameTaken("unit", command.Unit.Value));
        if (command.Parent is { } parent && !matter.Park.Units.ContainsKey(parent))
            return Matter.No(new NotFound("unit", parent.Value));
        return matter.Yes(administrator, new UnitAdded(command.Unit, name, command.Parent));
    }

    public static Decision Rename(ParkMatter matter, RenameUnit command, Capacity administrator)
    {
        if (!matter.Park.Units.TryGetValue(command.Unit, out var unit))
            return Matter.No(new NotFound("unit", command.Unit.Value));
        var check = new FieldCheck();
        var name = check.Text("display_name", command.Name, FieldCheck.Line);
        if (check.Refusal is { } fault)
            return Matter.No(fault);
        return unit.Name == name ? Matter.Already : matter.Yes(administrator, new UnitRenamed(command.Unit, name));
    }
}
