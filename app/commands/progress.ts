/** Shows how far some work is, on standard error: a line that changes in a terminal, a line now and then elsewhere. */
export function showProgress(label: string) {
  let shown = ''
  let shownAt = 0
  const isTerminal = process.stderr.isTTY
  return {
    update: (done: number, total: number | null, stage?: string) => {
      const share = total ? `${Math.min(100, Math.floor((100 * done) / total))} %` : String(done)
      const text = `${label}: ${share}${stage ? ` ${stage}` : ''}`
      const isDue = performance.now() - shownAt > (isTerminal ? 100 : 2_000)
      if (text === shown || !isDue) return
      shown = text
      shownAt = performance.now()
      process.stderr.write(isTerminal ? `\r\u001b[2K${text}` : `${text}\n`)
    },
    end: () => {
      if (isTerminal && shown) process.stderr.write('\r\u001b[2K')
    },
  }
}
