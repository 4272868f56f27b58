/** The texts of a form, by their names; files are taken elsewhere. */
export function formValues(form: HTMLFormElement | FormData): Readonly<Record<string, string>> {
  const data = form instanceof FormData ? form : new FormData(form)
  return Object.fromEntries(
    [...data].flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value.trim().normalize('NFC')]] : [],
    ),
  )
}
