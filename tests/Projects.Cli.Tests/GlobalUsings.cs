global using Projects.Cli.Failures;
global using Projects.Cli.Show;
global using Projects.Cli.Wire;
global using Projects.V1;
