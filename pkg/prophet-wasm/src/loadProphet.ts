import { instantiateBinary, instantiateJavaScript } from './kernel/bindings.js';
import { checkOptions } from './checkShape.js';
import { invalid } from './invalid.js';
import { createProphet, type Prophet } from './prophet.js';

/** How to load the model. */
export interface LoadOptions {
  /**
   * `wasm` insists on WebAssembly, `javascript` on its translation (the same bits, two to three times slower). Default
   * `auto`: WebAssembly, or the translation where WebAssembly is missing or a content security policy refuses it.
   */
  readonly backend?: 'auto' | 'wasm' | 'javascript';
}

/**
 * Loads the kernel from the bytes inlined in this package: no request is made.
 * @throws RangeError for an unknown option or backend; with `wasm`, whatever the engine says against WebAssembly.
 */
export async function loadProphet(options: LoadOptions = {}): Promise<Prophet> {
  checkOptions(options, ['backend']);
  const { backend = 'auto' } = options;
  switch (backend) {
    case 'wasm':
      return createProphet('wasm', await instantiateBinary());
    case 'javascript':
      return createProphet('javascript', instantiateJavaScript());
    case 'auto':
      return instantiateBinary().then(
        (exports) => createProphet('wasm', exports),
        () => createProphet('javascript', instantiateJavaScript()),
      );
    default:
      throw invalid('backend', backend, "'auto', 'wasm' or 'javascript'");
  }
}
