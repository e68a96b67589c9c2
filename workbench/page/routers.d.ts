// Aliases of workbench/webpack.config.mjs: the routers that @grafana/ui itself uses.
declare module '@workbench/router-v5' {
  export const Router: import('react').ComponentType<{
    history: import('history').History;
    children: import('react').ReactNode;
  }>;
}
declare module '@workbench/router-bridge' {
  export const CompatRouter: import('react').ComponentType<{ children: import('react').ReactNode }>;
}
