// Starts a program as Pulumi's Node language host does: its runner takes as arguments what other languages take from the
// environment.
"use strict";

const variables = {
  monitor: "PULUMI_MONITOR",
  engine: "PULUMI_ENGINE",
  organization: "PULUMI_ORGANIZATION",
  project: "PULUMI_PROJECT",
  stack: "PULUMI_STACK",
  pwd: "PULUMI_PWD",
  parallel: "PULUMI_PARALLEL",
};

const flags = Object.entries(variables).map(([flag, name]) => `--${flag}=${process.env[name]}`);
if (process.env.PULUMI_DRY_RUN === "true") flags.push("--dry-run");
process.argv.splice(2, Infinity, ...flags, ".");
require("@pulumi/pulumi/cmd/run");
