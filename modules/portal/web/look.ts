/**
 * Text size and contrast at once, without leaving the page; the cookie is the one the form would have set. A page that was
 * kept for when there is no network may have been kept before the choice, so that it is made again here.
 */
export function keepLook() {
  const form = document.querySelector<HTMLFormElement>('.portal-tools form')
  const { dataset } = document.documentElement
  const [, size, contrast] = /cach-xem=([a-z-]+)\.(cao|thuong)/.exec(document.cookie) ?? []
  if (form && size) show(form, size, contrast === 'cao')
  form?.addEventListener('submit', (event) => {
    const pressed = event.submitter
    if (!(pressed instanceof HTMLButtonElement)) return
    event.preventDefault()
    const isContrast = dataset['theme'] === 'contrast'
    show(
      form,
      pressed.name === 'co' ? pressed.value : (dataset['size'] ?? 'a'),
      pressed.name === 'tuong-phan' ? !isContrast : isContrast,
    )
  })
}

function show(form: HTMLFormElement, size: string, isContrast: boolean) {
  const { dataset } = document.documentElement
  dataset['size'] = size
  if (isContrast) dataset['theme'] = 'contrast'
  else delete dataset['theme']
  for (const button of form.querySelectorAll<HTMLButtonElement>('button[name]')) {
    const isSize = button.name === 'co'
    button.setAttribute('aria-pressed', String(isSize ? button.value === size : isContrast))
    if (!isSize) button.value = isContrast ? 'thuong' : 'cao'
  }
  document.cookie = `cach-xem=${size}.${isContrast ? 'cao' : 'thuong'}; path=/; max-age=31536000; samesite=lax`
}
