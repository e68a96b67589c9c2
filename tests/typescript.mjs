// Lets plain Node run the fixtures' TypeScript: `node --import ./tests/typescript.mjs file.ts`, or import it first.
import { register } from 'node:module';

register('./typescriptHooks.mjs', import.meta.url);
