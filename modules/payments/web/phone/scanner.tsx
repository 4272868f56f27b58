import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { Button } from '#ui/button'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

type Detector = {
  readonly detect: (source: HTMLVideoElement) => Promise<readonly { readonly rawValue: string }[]>
}
type DetectorKind = new (options: { formats: readonly string[] }) => Detector

/** Chrome on phones reads codes by itself; where a browser cannot, the number or the name is typed. */
const BarcodeDetector = (globalThis as { BarcodeDetector?: DetectorKind }).BarcodeDetector

export const canScan = BarcodeDetector !== undefined

/** The picture of the camera, looked at until it shows a code. */
export function Scanner({ onCode, onClose }: { onCode: (text: string) => void; onClose: () => void }) {
  const t = useMessages({ vi, en })
  const video = useRef<HTMLVideoElement>(null)
  const [isRefused, refuse] = useState(false)
  const found = useEffectEvent(onCode)
  useEffect(() => {
    if (!BarcodeDetector) return
    const detector = new BarcodeDetector({ formats: ['qr_code'] })
    let stream: MediaStream | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    let isOver = false
    const look = async () => {
      if (isOver || !video.current) return
      const [code] = video.current.readyState >= 2 ? await detector.detect(video.current) : []
      if (code) found(code.rawValue)
      else timer = setTimeout(() => void look(), 150)
    }
    const start = async () => {
      try {
        stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
      } catch {
        refuse(true) // No camera, or nobody may use it: the page says so, and the list can be typed into.
        return
      }
      if (isOver || !video.current) return stream.getTracks().forEach((track) => track.stop())
      video.current.srcObject = stream
      await video.current.play()
      await look()
    }
    void start()
    return () => {
      isOver = true
      clearTimeout(timer)
      for (const track of stream?.getTracks() ?? []) track.stop()
    }
  }, [])
  return (
    <div className="till-scanner">
      {isRefused ? (
        <Notice kind="warn" isLive title={t.noCamera} />
      ) : (
        // A picture of what lies before the camera says nothing that could be put into words.
        <video ref={video} muted playsInline aria-label={t.camera} />
      )}
      <Button icon="cross" isBlock onPress={onClose}>
        {t.stopScanning}
      </Button>
    </div>
  )
}
