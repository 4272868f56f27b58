/** A reason as it was kept, in words: «why», or «why: what the file said»; nothing where it is of a time before there were words. */
export function wordsWhyNot(words: Readonly<Record<string, string>>, because: string): string | undefined {
  const [why = '', ...said] = because.split(': ')
  const known = words[why]
  return known !== undefined && said.length > 0 ? `${known} («${said.join(': ')}»)` : known
}
