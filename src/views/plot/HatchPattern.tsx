interface Props {
  readonly id: string;
  readonly color: string;
}

/** Slanted lines to fill what is left out with: `fill={`url(#${id})`}`. */
export function HatchPattern({ id, color }: Props) {
  return (
    <pattern id={id} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <path d="M0 0v6" stroke={color} strokeWidth={1.5} />
    </pattern>
  );
}
