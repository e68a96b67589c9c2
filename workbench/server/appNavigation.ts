import { isRecord } from './http';
import { hasRole, parseRole, type Role } from './roles';

/** An entry of the menu, as `grafanaBootData.navTree` holds it. */
export interface NavLink {
  readonly id?: string;
  readonly text: string;
  readonly url: string;
  readonly icon?: string;
  readonly children?: readonly NavLink[];
}

/** A plugin.json as it was built. */
export type Manifest = Readonly<Record<string, unknown>>;

interface Include {
  readonly name: string;
  readonly path: string;
  readonly role?: Role;
  readonly icon?: string;
  readonly isInMenu: boolean;
  readonly isDefault: boolean;
}

function pagesOf({ includes }: Manifest): readonly Include[] {
  const all = Array.isArray(includes) ? includes.filter(isRecord) : [];
  return all
    .filter(({ type, path }) => type === 'page' && typeof path === 'string' && path !== '')
    .map(({ name, path, role, icon, addToNav, defaultNav }) => ({
      name: String(name),
      path: String(path),
      role: parseRole(typeof role === 'string' ? role : undefined),
      icon: typeof icon === 'string' ? icon : undefined,
      isInMenu: addToNav === true,
      isDefault: defaultNav === true,
    }));
}

const mayEnter = (role: Role, { role: needed }: Include) => needed === undefined || hasRole(role, needed);

/**
 * An app's entry of the menu with the pages below it, or undefined where it has none: `processAppPlugin` of Grafana's
 * pkg/services/navtree/navtreeimpl/applinks.go. Paths are taken as they stand, behind the sub-path.
 */
export function appNavigation(app: Manifest, role: Role, subPath: string): NavLink | undefined {
  const id = String(app.id);
  const shown = pagesOf(app).filter((page) => page.isInMenu && mayEnter(role, page));
  if (shown.length === 0) {
    return undefined;
  }
  const url = `${subPath}${shown.find(({ isDefault }) => isDefault)?.path ?? `/a/${id}`}`;
  const children = shown
    .map(({ name, path, icon }) => ({ text: name, url: `${subPath}${path}`, icon }))
    .filter((link) => link.url !== url);
  return { id: `plugin-page-${id}`, text: String(app.name), url, children };
}

const withoutSlash = (path: string) => path.replace(/\/$/, '');

/**
 * Whether a role may open an address below `/a/<id>`: `RoleAppPluginAuth` of Grafana's pkg/middleware/auth.go. A page that
 * no include names is open to everybody.
 */
export function mayOpen(app: Manifest, path: string, role: Role): boolean {
  return pagesOf(app)
    .filter((page) => withoutSlash(new URL(page.path, 'http://grafana').pathname) === withoutSlash(path))
    .every((page) => mayEnter(role, page));
}
