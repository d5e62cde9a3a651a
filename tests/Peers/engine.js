// A resource monitor and engine made of Pulumi's own published gRPC stubs. Runs one program against them and prints, as JSON,
// how it ended and what it asked for.
//
//   node engine.js dry|up <command> [argument ...]
//
// The program's other engine variables come from the environment of this process.
"use strict";

const { spawn } = require("node:child_process");
const { constants } = require("node:os");
const grpc = require("@grpc/grpc-js");
const { Empty } = require("google-protobuf/google/protobuf/empty_pb.js");
const { Struct } = require("google-protobuf/google/protobuf/struct_pb.js");
const engineServices = require("@pulumi/pulumi/proto/engine_grpc_pb.js");
const engineMessages = require("@pulumi/pulumi/proto/engine_pb.js");
const providerMessages = require("@pulumi/pulumi/proto/provider_pb.js");
const resourceServices = require("@pulumi/pulumi/proto/resource_grpc_pb.js");
const resourceMessages = require("@pulumi/pulumi/proto/resource_pb.js");

const signatureKey = "4dabf18193072939515e22adb298388d";
const secretSignature = "1b47061264138c4ac30d75fd1eb44270";
const features = ["secrets", "resourceReferences", "outputValues", "aliasSpecs", "deletedWith", "replaceWith"];

const [mode, ...command] = process.argv.slice(2);
const isDryRun = mode === "dry";
const calls = [];

// What providers would add to the inputs of a resource in an update.
const computed = {
  "digitalocean:index/droplet:Droplet": { ipv4Address: "203.0.113.7" },
  "random:index/randomPassword:RandomPassword": { result: { [signatureKey]: secretSignature, value: "hunter2" } },
};

const chainOf = parent => {
  const type = parent.split("::")[2] ?? "";
  return type === "" || type === "pulumi:pulumi:Stack" ? "" : `${type}$`;
};

const urnOf = request => {
  const { PULUMI_STACK: stack, PULUMI_PROJECT: project } = process.env;
  return `urn:pulumi:${stack}::${project}::${chainOf(request.getParent())}${request.getType()}::${request.getName()}`;
};

const monitor = {
  supportsFeature: request => {
    const response = new resourceMessages.SupportsFeatureResponse();
    response.setHassupport(features.includes(request.getId()));
    return response;
  },
  registerResource: request => {
    const response = new resourceMessages.RegisterResourceResponse();
    const inputs = request.getObject()?.toJavaScript() ?? {};
    response.setUrn(urnOf(request));
    response.setId(request.getCustom() && !isDryRun ? `${request.getName()}-id` : "");
    response.setObject(Struct.fromJavaScript(isDryRun ? inputs : { ...inputs, ...computed[request.getType()] }));
    return response;
  },
  registerResourceOutputs: () => new Empty(),
  readResource: request => {
    const response = new resourceMessages.ReadResourceResponse();
    response.setUrn(urnOf(request));
    response.setProperties(request.getProperties());
    return response;
  },
  invoke: () => {
    const response = new providerMessages.InvokeResponse();
    response.setReturn(Struct.fromJavaScript({ ipv4Cidrs: ["198.51.100.0/24"], ipv6Cidrs: ["2001:db8::/32"], etag: "e" }));
    return response;
  },
  signalAndWaitForShutdown: () => new Empty(),
};

const engine = {
  log: () => new Empty(),
  getRootResource: () => new engineMessages.GetRootResourceResponse(),
  setRootResource: () => new engineMessages.SetRootResourceResponse(),
};

// A message as plain JSON: the getters' names, maps as objects, structs as what they hold.
const plain = message => {
  const json = {};
  for (const getter of Object.keys(Object.getPrototypeOf(message)).filter(name => /^get[A-Z]/.test(name) && !/_as/.test(name))) {
    const value = message[getter]();
    const name = getter.slice(3).replace(/^./, first => first.toLowerCase());
    if (value === undefined || value === null || value === "" || value === false || value === 0) continue;
    if (typeof value.toJavaScript === "function") json[name] = value.toJavaScript();
    else if (typeof value.toObject === "function" && typeof value.forEach === "function") {
      const entries = {};
      value.forEach((entry, key) => { entries[key] = typeof entry === "object" ? plain(entry) : entry; });
      json[name.replace(/Map$/, "")] = entries;
    } else if (Array.isArray(value)) json[name.replace(/List$/, "")] = value.map(item => (typeof item === "object" ? plain(item) : item));
    else json[name] = typeof value === "object" ? plain(value) : value;
  }
  return json;
};

// Writing a message again gives as many octets as came only if the stubs know every field in it.
const strict = deserialize => octets => {
  const message = deserialize(octets);
  const known = message.serializeBinary().length;
  if (known !== octets.length) calls.push({ method: "undecoded", request: { octets: octets.length, known } });
  return message;
};

const serve = (server, service, handlers) => {
  const definition = {};
  const implementation = {};
  for (const [name, handle] of Object.entries(handlers)) {
    definition[name] = { ...service[name], requestDeserialize: strict(service[name].requestDeserialize) };
    implementation[name] = (call, callback) => {
      calls.push({ method: name, request: plain(call.request) });
      callback(null, handle(call.request));
    };
  }
  server.addService(definition, implementation);
};

const listen = server => new Promise((resolve, reject) => {
  server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => (error ? reject(error) : resolve(port)));
});

const run = environment => new Promise((resolve, reject) => {
  const child = spawn(command[0], command.slice(1), { env: { ...process.env, ...environment }, stdio: ["ignore", "pipe", "pipe"] });
  const printed = { stdout: "", stderr: "" };
  child.stdout.on("data", text => { printed.stdout += text; });
  child.stderr.on("data", text => { printed.stderr += text; });
  child.on("error", reject);
  child.on("close", (code, signal) => resolve({ exitCode: code ?? 128 + constants.signals[signal], ...printed }));
});

(async () => {
  const server = new grpc.Server({ "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 });
  serve(server, resourceServices.ResourceMonitorService, monitor);
  serve(server, engineServices.EngineService, engine);
  const address = `127.0.0.1:${await listen(server)}`;
  const ended = await run({
    PULUMI_MONITOR: address,
    PULUMI_ENGINE: address,
    PULUMI_DRY_RUN: String(isDryRun),
    PULUMI_QUERY_MODE: "false",
    PULUMI_PARALLEL: "16",
  });
  server.forceShutdown();
  process.stdout.write(JSON.stringify({ ...ended, calls }));
})();
