using Schakel.Commands;

return await CommandLine.RunAsync(args).ConfigureAwait(false);
