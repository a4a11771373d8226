// A personal data server, which is where Bluesky keeps posts, and the directory of its identities. Nothing leaves this machine.
//   node pds.js FOLDER PORT DIRECTORY-PORT
'use strict';
const crypto = require('crypto');
const net = require('net');
const {PDS, envToCfg, envToSecrets} = require('@atproto/pds');
const {Database, PlcServer} = require('@did-plc/server');

// Neither server takes an address to listen on, and both would listen on all of them.
const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (port, ...others) {
    return listen.call(this, port, '127.0.0.1', ...others);
};

async function serve(folder, port, directoryPort) {
    await PlcServer.create({db: Database.mock(), port: directoryPort}).start();
    const settings = {
        devMode: true,
        hostname: 'localhost',
        port,
        dataDirectory: folder,
        blobstoreDiskLocation: folder + '/blobs',
        didPlcUrl: 'http://127.0.0.1:' + directoryPort,
        serviceHandleDomains: ['.test'],
        inviteRequired: false,
        crawlers: [],
        rateLimitsEnabled: true,
        jwtSecret: crypto.randomBytes(16).toString('hex'),
        adminPassword: crypto.randomBytes(16).toString('hex'),
        plcRotationKeyK256PrivateKeyHex: crypto.randomBytes(32).toString('hex'),
    };
    const pds = await PDS.create(envToCfg(settings), envToSecrets(settings));
    await pds.start();
}

serve(process.argv[2], Number(process.argv[3]), Number(process.argv[4])).catch((error) => {
    console.error(error);
    process.exit(1);
});
