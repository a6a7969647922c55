using Projects.Host.Verbs;

// One binary: `serve` without a verb, and the offline verbs an operator needs (deploy/README.md).
return await Verb.Root().Parse(args).InvokeAsync();
