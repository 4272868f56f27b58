/**
 * Whether something can be the name of a person: at least two letters, and no digit. Nobody is turned away for a rare name;
 * a number typed into the wrong box is what this finds.
 */
export function isPersonalName(text: string): boolean {
  return (text.match(/\p{L}/gu) ?? []).length >= 2 && !/\d/.test(text)
}
