// SystemJS's own module of an AMD bundle; webpack's external `amd-module`.
declare module 'amd-module' {
  const module: { readonly uri?: string } | undefined;
  export default module;
}
