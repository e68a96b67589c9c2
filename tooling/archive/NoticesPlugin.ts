import type { Compiler } from 'webpack';

import { bundledPackages, readPackage } from './bundledPackages';
import { NOTICES_FILE, thirdPartyNotices } from './thirdPartyNotices';

/**
 * Lets webpack write the licences of everything that it bundles beside the bundle. license-webpack-plugin 4.0.2 does not
 * see the parts of concatenated modules, which are most.
 */
export class NoticesPlugin {
  /** @param compiledIn folders of packages whose code is compiled into a file where webpack sees no module of theirs. */
  constructor(private readonly compiledIn: readonly string[]) {}

  apply(compiler: Compiler): void {
    const { Compilation, sources } = compiler.webpack;
    const name = NoticesPlugin.name;
    compiler.hooks.thisCompilation.tap(name, (compilation) => {
      compilation.hooks.processAssets.tap({ name, stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL }, () => {
        const packages = [...bundledPackages(compilation), ...this.compiledIn.map(readPackage)];
        compilation.emitAsset(NOTICES_FILE, new sources.RawSource(thirdPartyNotices(packages)));
      });
    });
  }
}
