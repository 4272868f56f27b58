const address = /^(?!\.)(?!.*\.\.)[\w'+.-]*[\w+-]@(?:[a-z0-9][a-z0-9-]*\.)+[a-z]{2,}$/i

/** Whether something can be an address of e-mail: read as the operations do, without the library that reads it there. */
export function looksLikeEmail(text: string): boolean {
  return address.test(text)
}
