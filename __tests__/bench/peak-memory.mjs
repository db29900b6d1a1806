// Loaded into the process that is measured: its last line on stderr is its peak memory in KiB.
process.on('exit', () => process.stderr.write(`\n${process.resourceUsage().maxRSS}\n`));
