/*
 * assembly/*.ts -> build/kernel.wasm (AssemblyScript) -> build/kernelBytes.js (the binary as a string, so that it can
 * be bundled) and build/kernelJavaScript.js (the same binary as JavaScript, for pages that refuse WebAssembly);
 * src/*.ts -> dist/ (ES modules with types, for plain Node).
 *
 * `npm run build` runs this when a source has changed.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const MAX_WASM_BYTES = 64_000;
const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);

const run = (script, args) => {
  const { status, stderr, stdout } = spawnSync(process.execPath, [script, ...args], { cwd: root, encoding: 'utf8' });
  if (status !== 0) {
    throw new Error(`${script} failed:\n${stdout}${stderr}`);
  }
};

// Only features that every engine and the translation to JavaScript have: no bulk memory, no 64-bit tricks.
const ascOptions = [
  ...['--runtime', 'stub', '-O3', '--converge', '--noAssert', '--use', 'abort='],
  ...['--disable', 'bulk-memory,sign-extension,nontrapping-f2i,mutable-globals'],
];

async function compileKernel() {
  const { error, stderr } = await asc.main(
    [
      `${root}assembly/index.ts`,
      '--baseDir',
      `${root}assembly`,
      '--outFile',
      `${root}build/kernel.wasm`,
      ...ascOptions,
    ],
    {},
  );
  if (error) {
    throw new Error(`${error.message}\n${stderr.toString()}`);
  }
  const bytes = readFileSync(`${root}build/kernel.wasm`);
  if (bytes.length > MAX_WASM_BYTES) {
    throw new Error(`kernel.wasm has ${bytes.length} bytes, more than ${MAX_WASM_BYTES}`);
  }
  return bytes;
}

function inlineBytes(bytes) {
  writeFileSync(`${root}build/kernelBytes.js`, `export const kernelBase64 =\n  '${bytes.toString('base64')}';\n`);
  writeFileSync(
    `${root}build/kernelBytes.d.ts`,
    '/** The kernel as WebAssembly, in base64. */\nexport declare const kernelBase64: string;\n',
  );
}

/** The translation instantiates itself when imported; ours does so when asked, as often as asked. */
function translateKernel() {
  const target = `${root}build/kernelJavaScript.js`;
  const wasm2js = fileURLToPath(new URL('bin/wasm2js', import.meta.resolve('binaryen')));
  run(wasm2js, [`${root}build/kernel.wasm`, '-O2', '-o', target]);
  const translated = readFileSync(target, 'utf8');
  const end = translated.indexOf('var retasmFunc');
  if (end < 0) {
    throw new Error('wasm2js changed its output: "var retasmFunc" not found');
  }
  writeFileSync(
    target,
    `${translated.slice(0, end)}export function instantiateTranslated() {\n  return asmFunc({});\n}\n`,
  );
  writeFileSync(
    `${root}build/kernelJavaScript.d.ts`,
    '/** A fresh instance of the kernel translated to JavaScript; the same exports as the WebAssembly instance. */\n' +
      'export declare function instantiateTranslated(): unknown;\n',
  );
}

mkdirSync(`${root}build`, { recursive: true });
const bytes = await compileKernel();
inlineBytes(bytes);
translateKernel();
rmSync(`${root}dist`, { recursive: true, force: true });
run(require.resolve('typescript/bin/tsc'), ['-p', 'tsconfig.json']);
process.stdout.write(`prophet-wasm: kernel ${bytes.length} bytes\n`);
