/** An annotation as Grafana keeps it. */
export interface StoredAnnotation {
  readonly id: number;
  /** Epoch ms. */
  readonly time: number;
  /** Epoch ms. */
  readonly timeEnd: number;
  readonly tags: readonly string[];
  readonly text: string;
}

/** Whose annotations: those with this tag, of a panel or of all. */
export interface AnnotationQuery {
  /** Uid of the dashboard. Default: those of every one. */
  readonly dashboard?: string;
  /** Default: those of every panel. */
  readonly panelId?: number;
  readonly tag: string;
  /** Epoch ms; those that end before are left out. */
  readonly from: number;
  /** Epoch ms; those that begin after are left out. */
  readonly to: number;
}

/** An annotation to be written. */
export interface NewAnnotation extends Omit<StoredAnnotation, 'id'> {
  readonly dashboard: string;
  readonly panelId: number;
}

/** Access to Grafana's annotations. Every method fails where Grafana refuses or does not answer. */
export interface AnnotationApi {
  find(query: AnnotationQuery): Promise<StoredAnnotation[]>;
  /** @returns the id it got. */
  create(annotation: NewAnnotation): Promise<number>;
  change(id: number, part: Partial<Omit<StoredAnnotation, 'id'>>): Promise<void>;
  remove(id: number): Promise<void>;
}
