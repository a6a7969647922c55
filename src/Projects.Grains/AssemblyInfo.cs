using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Projects.Cluster.Tests")]
