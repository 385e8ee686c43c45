"""Which addresses of the internet may be connected to. Plain Python.

Everything that is not plainly somebody's public host is refused: private and link-local ranges (the metadata services of
clouds among them), and every form of IPv6 that carries another address inside of it.
"""

from ipaddress import ip_address, ip_network

GLOBAL_UNICAST = ip_network("2000::/3")  # so neither ::1, ::ffff:127.0.0.1, 64:ff9b::7f00:1 (NAT64), fc00:: nor fe80::
NEVER = [
    ip_network(network)
    for network in (
        "192.88.99.0/24",  # relays of 6to4
        "168.63.129.16/32",  # the host of a virtual machine, as Azure shows it to the machine
        "2001::/23",  # Teredo and other protocols' own
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4
        "3fff::/20",  # documentation
    )
]


def is_public(address):
    """Whether an IP address, as text, is a public host's."""
    found = ip_address(address.partition("%")[0])
    if any(found in network for network in NEVER):
        return False
    if found.version == 6 and found not in GLOBAL_UNICAST:
        return False
    return found.is_global and not found.is_multicast and not found.is_reserved
