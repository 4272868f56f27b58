/** What is read aloud: what stands on the page, in its order, and nothing that is folded away. */
const spoken = 'h1, h2, legend, p, li, dt, dd, summary, label, .amount, button[type=submit]'

/** Offers to read the page aloud where the device has a voice for its language. */
export function offerListening() {
  const button = document.querySelector<HTMLButtonElement>('[data-listen]')
  if (!button || !('speechSynthesis' in window)) return
  const words = button.querySelector('span')!
  const listen = words.textContent
  const stop = button.dataset['stop'] ?? listen
  const quiet = () => {
    speechSynthesis.cancel()
    words.textContent = listen
  }
  const show = () => {
    const voice = voiceFor(document.documentElement.lang)
    button.hidden = voice === undefined
    button.onclick = () => {
      if (speechSynthesis.speaking) return quiet()
      words.textContent = stop
      const parts = textsOf(document.querySelector('main')!)
      for (const [index, text] of parts.entries()) {
        const said = new SpeechSynthesisUtterance(text)
        said.lang = document.documentElement.lang === 'en' ? 'en-GB' : 'vi-VN'
        said.rate = 0.9
        if (voice) said.voice = voice
        if (index === parts.length - 1) said.onend = quiet
        speechSynthesis.speak(said)
      }
    }
  }
  show()
  speechSynthesis.addEventListener?.('voiceschanged', show)
  // Another page of the questions, another text.
  new MutationObserver(quiet).observe(document.querySelector('main')!, { childList: true })
  window.addEventListener('pagehide', quiet)
}

function voiceFor(language: string): SpeechSynthesisVoice | undefined {
  return speechSynthesis.getVoices().find(({ lang }) => lang.toLowerCase().startsWith(language))
}

function textsOf(main: Element): readonly string[] {
  const found = [...main.querySelectorAll<HTMLElement>(spoken)].filter(
    (element) =>
      element.offsetParent !== null &&
      !element.closest('[aria-hidden=true]') &&
      // What stands inside another that is read is read with it.
      !element.parentElement?.closest(spoken),
  )
  return found.map(({ innerText }) => innerText.replaceAll(/\s+/g, ' ').trim()).filter((text) => text !== '')
}
