import { isIP, isIPv4 } from 'node:net'

/**
 * Whom an address is counted as. A household or a machine is given a whole /64 of IPv6 and may write from any of its
 * addresses, so the first four groups are what it is known by; an IPv4 address is one, also where it is written as IPv6.
 */
export function addressGroup(address: string): string {
  const [bare = ''] = address.split('%') // What follows names a card of this machine.
  if (isIP(bare) !== 6) return bare
  const inside = bare.slice(bare.lastIndexOf(':') + 1)
  if (isIPv4(inside)) return isMapped(bare) ? inside : network(bare.replace(inside, '0:0'))
  return network(bare)
}

/** «::ffff:192.0.2.1», as a socket for both kinds names a caller of the older one. */
function isMapped(address: string): boolean {
  return /^(::|(0{1,4}:){5})ffff:\d/i.test(address)
}

function network(address: string): string {
  const [head = '', tail] = address.split('::')
  const groups = (text: string) => (text ? text.split(':') : [])
  const [first, last] = [groups(head), groups(tail ?? '')]
  const zeros = Array<string>(tail === undefined ? 0 : 8 - first.length - last.length).fill('0')
  const whole = [...first, ...zeros, ...last].slice(0, 4)
  return `${whole.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`
}
