namespace Projects;

/// <summary>The people of a park, by an id that is given once.</summary>
internal static class PersonRules
{
    public static Decision Add(ParkMatter matter, AddPerson command, Capacity administrator)
    {
        var check = new FieldCheck();
        check.Id("person", command.Person.Value);
        check.Require(command.Person != Actor.Installation.Person, "person", "该代码保留给系统安装本身", "is reserved for the installation itself");
        var name = check.Text("display_name", command.Name, FieldCheck.Line);
        if (check.Refusal is { } fault)
            return Matter.No(fault);
        if (matter.Park.People.TryGetValue(command.Person, out var person))
            return person.Name == name ? Matter.Already : Matter.No(new NameTaken("person", command.Person.Value));
        return matter.Yes(administrator, new PersonAdded(command.Person, name));
    }

    public static Decision Rename(ParkMatter matter, RenamePerson command, Capacity administrator)
    {
        if (!matter.Park.People.TryGetValue(command.Person, out var person))
            return Matter.No(new NotFound("person", command.Person.Value));
        var check = new FieldCheck();
        var name = check.Text("display_name", command.Name, FieldCheck.Line);
        if (check.Refusal is { } fault)
            return Matter.No(fault);
        return person.Name == name ? Matter.Already : matter.Yes(administrator, new PersonRenamed(command.Person, name));
    }
}
