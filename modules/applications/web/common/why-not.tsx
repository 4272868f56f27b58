/** Why not: of what was asked for the first condition that fails, in words as a refusal has them. */
export function WhyNot({ title, reasons }: { title: string; reasons: readonly string[] }) {
  if (reasons.length === 0) return null
  return (
    <div>
      <p className="h-small">{title}</p>
      <ul className="bullets">
        {reasons.slice(0, 6).map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </div>
  )
}
