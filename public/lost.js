// In 404.html: mail and chat programs write the `#` of a link as `%23`, which leads nowhere. It is
// led on to what it means. Of the address only place and fragment change, so it stays on this host.
{
  const address = new URL(location.href);
  const [, place, fragment] = /^(.*?)%(?:25)*23(.+)$/.exec(address.pathname + address.search) ?? [];
  if (fragment) {
    address.pathname = place;
    address.search = "";
    address.hash = fragment;
    const meant = document.getElementById("meant");
    for (const link of meant.getElementsByTagName("a")) link.href = address.href;
    meant.hidden = false;
    location.replace(address.href);
  }
}
