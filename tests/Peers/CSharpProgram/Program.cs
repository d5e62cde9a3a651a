using CSharpProgram;
using Pulumi;

return await Deployment.RunAsync(() => Declaration.Run(new Config()));
