/** Who the stored data belongs to: nobody else may read it on the same machine. */
export interface StoreOwner {
  /** Grafana's sub-path, empty where it has none. */
  readonly subPath: string;
  readonly orgId: number;
  readonly userId: number;
}

/** The name of a database in the browser that holds an owner's data of one kind. */
export function storeName(kind: string, { subPath, orgId, userId }: StoreOwner): string {
  return `${kind} ${subPath === '' ? '/' : subPath} org ${orgId} user ${userId}`;
}
