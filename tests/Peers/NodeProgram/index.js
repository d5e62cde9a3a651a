"use strict";

const pulumi = require("@pulumi/pulumi");
const digitalocean = require("@pulumi/digitalocean");
const docker = require("@pulumi/docker");
const random = require("@pulumi/random");

class Site extends pulumi.ComponentResource {
  constructor(name, sshKey) {
    super("peers:index:Site", name);
    const children = { parent: this };
    const key = new digitalocean.SshKey(`${name}-key`, { publicKey: sshKey }, children);
    const node = new digitalocean.Droplet(
      `${name}-node`,
      { image: "debian-13-x64", region: "ams3", size: "s-1vcpu-1gb", sshKeys: [key.fingerprint] },
      { ...children, protect: true, ignoreChanges: ["userData"] });
    const password = new random.RandomPassword(`${name}-password`, { length: 24 }, children);
    const remote = new docker.Provider(`${name}-docker`, { host: pulumi.interpolate`ssh://deploy@${node.ipv4Address}` }, children);
    const secret = new docker.Secret(
      `${name}-secret`,
      { data: password.result.apply(text => Buffer.from(text).toString("base64")) },
      { ...children, provider: remote, deletedWith: node, dependsOn: [node] });
    this.address = node.ipv4Address;
    this.secretId = secret.id;
    this.registerOutputs({ address: this.address });
  }
}

const config = new pulumi.Config();
const site = new Site("site", config.require("sshKey"));
const images = digitalocean.getImageOutput({ slug: "debian-13-x64" });

exports.address = site.address;
exports.token = config.requireSecret("token");
exports.image = images.apply(image => image.name);
exports.greeting = "hello";
