global using Projects.Identity;
