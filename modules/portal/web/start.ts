import './portal.css'
import { keepLook } from './look.ts'
import { offerListening } from './listen.ts'
import { offerLeaving } from './leave.ts'

keepLook()
offerListening()
offerLeaving()
// Kept for the next visit, once this one is on the screen.
if ('serviceWorker' in navigator)
  window.addEventListener('load', () => void navigator.serviceWorker.register('/sw.js'))
