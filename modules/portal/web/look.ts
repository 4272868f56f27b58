/** Text size and contrast at once, without leaving the page; the cookie is the one the form would have set. */
export function keepLook() {
  const form = document.querySelector<HTMLFormElement>('.portal-tools form')
  form?.addEventListener('submit', (event) => {
    const pressed = event.submitter
    if (!(pressed instanceof HTMLButtonElement)) return
    event.preventDefault()
    const { dataset } = document.documentElement
    if (pressed.name === 'co') dataset['size'] = pressed.value
    else if (pressed.value === 'cao') dataset['theme'] = 'contrast'
    else delete dataset['theme']
    if (pressed.name === 'tuong-phan') pressed.value = pressed.value === 'cao' ? 'thuong' : 'cao'
    const isContrast = dataset['theme'] === 'contrast'
    const size = dataset['size'] ?? 'a'
    for (const button of form.querySelectorAll<HTMLButtonElement>('button[name]'))
      button.setAttribute('aria-pressed', String(button.name === 'co' ? button.value === size : isContrast))
    document.cookie = `cach-xem=${size}.${isContrast ? 'cao' : 'thuong'}; path=/; max-age=31536000; samesite=lax`
  })
}
