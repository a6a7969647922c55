global using System.CommandLine;
global using System.Globalization;
global using Google.Protobuf;
global using Google.Protobuf.Reflection;
global using Grpc.Core;
global using Projects.V1;
