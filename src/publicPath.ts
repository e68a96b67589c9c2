// The first module of every plugin: where it finds what it loads later.
import amdModule from 'amd-module';

declare let __webpack_public_path__: string;

// The AMD magic dependency `module` knows where the file was loaded from: sub-path, CDN and nested folder included.
const address = amdModule?.uri ?? '';
if (address !== '') {
  __webpack_public_path__ = address.slice(0, address.lastIndexOf('/') + 1);
}
