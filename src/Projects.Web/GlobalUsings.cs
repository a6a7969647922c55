global using Projects.Grains;
global using Projects.Identity;
global using Projects.Storage;
// Orleans.Runtime has a Request of its own; ours is what a caller says about a command.
global using Request = Projects.Grains.Request;
