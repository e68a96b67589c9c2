// Lets plain Node run our TypeScript: `node --import ./tooling/typescript.mjs file.ts`, or import it first.
import { register } from 'node:module';

register('./typescriptHooks.mjs', import.meta.url);
