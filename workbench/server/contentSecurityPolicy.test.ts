import { contentSecurityPolicy } from './contentSecurityPolicy';

describe('contentSecurityPolicy()', () => {
  it("fills the nonce and the root path into Grafana's default", () => {
    const policy = contentSecurityPolicy('grafana', 'abc', 'localhost:3000/grafana');
    expect(policy).toMatch(/^script-src 'self' 'unsafe-eval' 'unsafe-inline' 'strict-dynamic' 'nonce-abc';/);
    expect(policy).toContain(
      "connect-src 'self' grafana.com ws://localhost:3000/grafana wss://localhost:3000/grafana;",
    );
    expect(policy).not.toContain('$');
  });

  it("leaves every form of eval out under 'no-wasm'", () => {
    expect(contentSecurityPolicy('no-wasm', 'abc', 'localhost')).not.toContain('unsafe-eval');
  });

  it("gives no header under 'none'", () => {
    expect(contentSecurityPolicy('none', 'abc', 'localhost')).toBeUndefined();
  });
});
