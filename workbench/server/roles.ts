/** Grafana's organization roles, weakest first. */
const ROLES = ['Viewer', 'Editor', 'Admin'] as const;

/** A user's permissions, as Grafana's `orgRole` names them. */
export type Role = (typeof ROLES)[number];

/** The header a test sets to act as another role; the page's role switch sets the cookie of the same name. */
export const ROLE_HEADER = 'x-workbench-role';
const ROLE_COOKIE = 'workbench_role';

/** Whether `role` includes everything `needed` may do. */
export function hasRole(role: Role, needed: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed);
}

/** A role by its name, or undefined for anything that is no role. */
export function parseRole(name: string | undefined): Role | undefined {
  return ROLES.find((role) => role === name);
}

/** The role of a request: header first, then cookie, then Admin. */
export function roleOf(header: string | undefined, cookies: string | undefined): Role {
  const cookie = new RegExp(`(?:^|;\\s*)${ROLE_COOKIE}=(\\w+)`).exec(cookies ?? '')?.[1];
  return parseRole(header) ?? parseRole(cookie) ?? 'Admin';
}
