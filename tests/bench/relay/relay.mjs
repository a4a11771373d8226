// Our relay as one of the peers of a bench that runs others, too (drivers as ES modules; RELAY_DRIVER names this file).
// PEER_LAB: that bench's folder, for its helpers; BONGSU_BENCH: the folder of bench_relay and bench_clients.
import { spawn, execFileSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const lab = path.resolve(process.env.PEER_LAB ?? '.');
const programs = path.resolve(process.env.BONGSU_BENCH ?? 'build/release/tests/bench');
const { stopServer, wsFrame, wsUpgrade } = await import(pathToFileURL(path.join(lab, 'lib/util.mjs')));

const clients = (...words) => execFileSync(path.join(programs, 'bench_clients'), words, { maxBuffer: 1 << 20 }).toString();
const bytes = hex => Buffer.from(hex, 'hex');
const binary = payload => wsFrame(payload, 2);

// The line that a program prints when it is ready.
const firstLine = stream => new Promise((told, failed) => {
  let text = '';
  stream.on('data', d => { text += d; if (text.includes('\n')) told(text); });
  stream.once('end', () => failed(new Error('bench_relay ended early')));
});

// Signing belongs to the author's side: a program of its own, one line a note, one letter an ack.
const writer = async s => {
  const p = spawn(path.join(programs, 'bench_clients'), ['write', s.dir, 'plain'], { stdio: ['pipe', 'pipe', 'inherit'] });
  p.stdin.on('error', () => { });
  const w = { onack: () => { }, close: () => p.kill('SIGTERM'), append: (_, text) => p.stdin.write(text + '\n') };
  await new Promise(ready => p.stdout.once('data', ready));
  p.stdout.on('data', d => w.onack(d.length));
  return w;
};

export default {
  name: 'relay', title: 'Bongsu: signed, chained, sealed', durability: 'SQLite WAL synchronous=FULL, group commit; Ed25519 verified',
  needs: {},
  async start(ctx) {
    const p = spawn(path.join(programs, 'bench_relay'), [ctx.dir, 'plain', String(ctx.port)], { stdio: ['ignore', 'pipe', 'inherit'] });
    p.exited = new Promise(r => p.once('exit', (c, s) => { p.gone = true; r(c ?? s); }));
    await firstLine(p.stdout);
    return { pid: p.pid, p, port: ctx.port, dir: ctx.dir };
  },
  subscriber: s => {
    const f = JSON.parse(clients('frames', s.dir, 'plain'));
    return { port: s.port, ws: true, inflight: 32, steps: [
      { send: wsUpgrade(s.port, '/sync') }, { expect: '\r\n\r\n' },
      { send: binary(bytes(f.hello)) }, { expect: bytes(f.challenged) },
      { send: binary(bytes(f.login)) }, { expect: bytes(f.welcomed) },
      { send: binary(bytes(f.have)) }, { expect: bytes(f.caughtUp) }] };
  },
  writer,
  catchupClient: s => JSON.parse(clients('catchup', s.dir, 'plain')),
  stop: s => stopServer(s.p),
};
