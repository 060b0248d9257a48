// Within a widget that was asked for with ?sized=1: tells the page around it how high it is, now and whenever that changes. It
// tells nothing else, so that any page may hear it.
const tell = () => parent.postMessage({ landseaHeight: Math.ceil(document.documentElement.getBoundingClientRect().height) }, "*");

new ResizeObserver(tell).observe(document.body);
tell();
