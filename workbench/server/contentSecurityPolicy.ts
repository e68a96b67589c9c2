/** Which policy the page is served with: Grafana's default, the same without any kind of eval, or none. */
export type PolicyName = 'grafana' | 'no-wasm' | 'none';

/** `content_security_policy_template` of Grafana's conf/defaults.ini. */
const GRAFANA_TEMPLATE =
  "script-src 'self' 'unsafe-eval' 'unsafe-inline' 'strict-dynamic' $NONCE;object-src 'none';font-src 'self';" +
  "style-src 'self' 'unsafe-inline' blob:;img-src * data:;base-uri 'self';" +
  "connect-src 'self' grafana.com ws://$ROOT_PATH wss://$ROOT_PATH;manifest-src 'self';media-src 'none';form-action 'self';";

/**
 * The header's value, or undefined when there is none. `host` is the address without its protocol, sub-path included.
 * Under 'no-wasm' browsers refuse to compile WebAssembly, as under a Grafana hardened by taking 'unsafe-eval' out.
 */
export function contentSecurityPolicy(policy: PolicyName, nonce: string, host: string): string | undefined {
  if (policy === 'none') {
    return undefined;
  }
  const template = policy === 'no-wasm' ? GRAFANA_TEMPLATE.replace(" 'unsafe-eval'", '') : GRAFANA_TEMPLATE;
  return template.replace('$NONCE', `'nonce-${nonce}'`).replaceAll('$ROOT_PATH', host);
}
