// Draws the nodes that Python placed. Texts of users reach the canvas or textContent only, never markup.
import "../../../vis-network/9.1.2/vis-network.min.js"

const vis = globalThis.vis
const drawings = new WeakMap() // one per place in the page, so that zoom outlives a rerun

export default function (component) {
  const { parentElement, data } = component
  const root = parentElement.querySelector(".graph")
  if (!root || !data || !data.nodes) return undefined
  let drawing = drawings.get(root)
  if (!drawing) {
    drawing = new Drawing(root)
    drawings.set(root, drawing)
  }
  drawing.show(data, (id) => component.setTriggerValue("clicked", id))
  return () => {
    drawing.end()
    drawings.delete(root)
  }
}

class Drawing {
  constructor(root) {
    this.root = root
    this.bar = element("div", "bar")
    this.stage = element("div", "stage")
    this.told = element("div", "told")
    this.told.setAttribute("aria-live", "polite")
    root.replaceChildren(this.bar, this.stage, this.told)
    this.stage.tabIndex = 0
    this.stage.setAttribute("role", "application")
    this.stage.addEventListener("keydown", (event) => this.key(event))
    // the wheel scrolls the page until the picture has the focus
    this.stage.addEventListener("wheel", (event) => { if (!this.focused()) event.stopPropagation() }, { capture: true })
    this.stage.addEventListener("pointerdown", () => this.stage.focus({ preventScroll: true }))
    this.selected = null
  }

  show(data, choose) {
    this.data = data
    this.choose = choose
    this.root.style.height = `${data.height}px` // before anything is drawn: the first view fits this frame
    const look = dark(this.root) ? "dark" : "light"
    const stamp = `${data.digest} ${look}`
    if (stamp !== this.stamp) {
      this.stamp = stamp
      this.colours = data.palettes[look]
      this.furnish()
      this.build()
    }
    if (data.selected !== this.selected) this.select(data.selected)
  }

  furnish() {
    const { texts, nodes, legend } = this.data
    this.list = element("select")
    this.list.append(new Option(`${texts.list} (${nodes.length})`, ""))
    for (const node of [...nodes].sort((a, b) => a.x - b.x || a.y - b.y)) {
      this.list.append(new Option(node.told, node.id))
    }
    this.list.setAttribute("aria-label", texts.list)
    this.list.addEventListener("change", () => { if (this.list.value) { this.pick(this.list.value); this.near() } })
    this.nearButton = button(texts.near, () => this.near())
    const signs = element("div", "legend")
    for (const { sign, words, colour } of legend) {
      const item = element("span")
      const mark = element("b")
      mark.textContent = sign
      if (colour) mark.style.color = this.colours.states[colour].line
      item.append(mark, ` ${words}`)
      signs.append(item)
    }
    this.bar.replaceChildren(
      this.list, button(texts.whole, () => this.network.fit({ animation: false })), this.nearButton,
      button(texts.image, () => this.image()), signs)
    this.stage.setAttribute("aria-label", texts.help)
  }

  build() {
    const before = this.view()
    const options = {
      ...this.data.options, autoResize: true, physics: false, layout: { improvedLayout: false },
      interaction: { hover: true, hideEdgesOnDrag: true, hideEdgesOnZoom: true, keyboard: false, multiselect: false,
        dragNodes: false, tooltipDelay: 1e9 },
    }
    this.byId = new Map(this.data.nodes.map((node) => [node.id, node]))
    const content = { nodes: this.data.nodes.map((node) => this.painted(node)), edges: this.data.edges.map((edge) => this.line(edge)) }
    if (this.network) this.network.destroy()
    this.network = new vis.Network(this.stage, content, options)
    this.network.on("click", (event) => { if (event.nodes.length) this.pick(event.nodes[0]) })
    this.network.on("hoverNode", (event) => this.tell(event.node))
    this.network.on("blurNode", () => this.tell(this.selected))
    this.network.on("beforeDrawing", (context) => this.lanes(context))
    this.network.on("afterDrawing", (context) => this.heads(context))
    this.selected = null
    this.restore(before)
  }

  painted(node) {
    const { layers, states, text } = this.colours
    const state = states[node.state] || states.none
    const fill = layers[node.layer] || layers.none
    const chosen = { background: fill, border: this.colours.accent }
    return {
      id: node.id, label: node.label, x: node.x, y: node.y, shape: "box", margin: 5,
      widthConstraint: { minimum: 126, maximum: 126 }, heightConstraint: { minimum: 26 },
      font: { color: text, size: 13, face: getComputedStyle(this.root).fontFamily, multi: false },
      color: { background: fill, border: state.line, highlight: chosen, hover: chosen },
      borderWidth: state.width, borderWidthSelected: Math.max(3, state.width),
      shapeProperties: { borderRadius: state.round, borderDashes: state.dashes || false },
    }
  }

  line(edge) {
    return {
      id: edge.id, from: edge.from, to: edge.to, dashes: edge.dashes, width: edge.strong ? 2 : 1, selectionWidth: 1.5,
      arrows: { to: { enabled: true, scaleFactor: 0.45 } },
      color: { color: edge.strong ? this.colours.states.down.line : this.colours.edge, highlight: this.colours.accent, hover: this.colours.accent },
      smooth: { enabled: true, type: "cubicBezier", forceDirection: "horizontal", roundness: 0.45 },
    }
  }

  lanes(context) {
    const top = this.network.DOMtoCanvas({ x: 0, y: 0 }).y
    const bottom = this.network.DOMtoCanvas({ x: 0, y: this.stage.clientHeight }).y
    this.data.lanes.forEach((lane, number) => {
      if (number % 2 === 0) {
        context.fillStyle = this.colours.lane
        context.fillRect(lane.left, top, lane.right - lane.left, bottom - top)
      }
    })
  }

  heads(context) {
    const { x: left, y: top } = this.network.DOMtoCanvas({ x: 0, y: 0 })
    const unit = 1 / this.network.getScale()
    context.fillStyle = getComputedStyle(this.stage).backgroundColor
    context.fillRect(left, top, this.stage.clientWidth * unit, 24 * unit)
    context.fillStyle = this.colours.muted
    context.font = `600 ${12 * unit}px ${getComputedStyle(this.root).fontFamily}`
    context.textAlign = "center"
    for (const lane of this.data.lanes) {
      context.fillText(lane.title, (lane.left + lane.right) / 2, top + 16 * unit, lane.right - lane.left)
    }
  }

  pick(id) {
    this.select(id)
    this.choose(id)
  }

  select(id) {
    this.selected = id && this.byId.has(id) ? id : null
    if (this.selected) this.network.selectNodes([this.selected], true)
    else this.network.unselectAll()
    this.list.value = this.selected || ""
    this.nearButton.disabled = !this.selected
    this.tell(this.selected)
  }

  tell(id) {
    const node = id && this.byId.get(id)
    this.told.textContent = node ? node.told : this.data.texts.hint
  }

  near() {
    if (this.selected) this.network.focus(this.selected, { scale: Math.max(1, this.network.getScale()), animation: false })
  }

  view() {
    if (!this.network) return null
    const anchor = this.selected && this.byId.has(this.selected) ? this.selected : null
    const at = anchor && this.network.canvasToDOM(this.network.getPosition(anchor))
    return { scale: this.network.getScale(), position: this.network.getViewPosition(), anchor, at }
  }

  restore(before) {
    if (!before) {
      this.network.fit({ animation: false })
      if (this.network.getScale() > 1.15) this.network.moveTo({ scale: 1.15, animation: false })
      return
    }
    const { scale, anchor, at } = before
    if (anchor && this.byId.has(anchor)) {
      // what was chosen stays where the eye is
      const { x, y } = this.byId.get(anchor)
      const offset = { x: at.x - this.stage.clientWidth / 2, y: at.y - this.stage.clientHeight / 2 }
      this.network.moveTo({ position: { x, y }, scale, offset, animation: false })
    } else {
      this.network.fit({ animation: false })
    }
  }

  key(event) {
    const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }
    const scale = this.network.getScale()
    if (steps[event.key]) this.step(...steps[event.key])
    else if (event.key === "Enter" && this.selected) this.choose(this.selected)
    else if (event.key === "+") this.network.moveTo({ scale: scale * 1.25 })
    else if (event.key === "-") this.network.moveTo({ scale: scale / 1.25 })
    else if (event.key === "0") this.network.fit({ animation: false })
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  step(right, down) {
    const from = this.byId.get(this.selected)
    let best = null
    let least = Infinity
    for (const node of this.data.nodes) {
      if (node.id === this.selected) continue
      const dx = from ? node.x - from.x : node.x
      const dy = from ? node.y - from.y : node.y
      const along = dx * right + dy * down
      const aside = Math.abs(dx * down) + Math.abs(dy * right)
      const cost = from ? along + 2.5 * aside : Math.hypot(node.x, node.y)
      if ((!from || along > 1) && cost < least) { least = cost; best = node.id }
    }
    if (best !== null) { this.select(best); this.keepInSight(best) }
  }

  keepInSight(id) {
    const at = this.network.canvasToDOM(this.network.getPosition(id))
    const { clientWidth: width, clientHeight: height } = this.stage
    if (at.x < 70 || at.y < 40 || at.x > width - 70 || at.y > height - 40) {
      this.network.focus(id, { scale: this.network.getScale(), animation: false })
    }
  }

  image() {
    const drawn = this.stage.querySelector("canvas")
    const copy = element("canvas")
    copy.width = drawn.width
    copy.height = drawn.height
    const context = copy.getContext("2d")
    context.fillStyle = getComputedStyle(this.stage).backgroundColor
    context.fillRect(0, 0, copy.width, copy.height)
    context.drawImage(drawn, 0, 0)
    copy.toBlob((blob) => {
      const link = element("a")
      link.href = URL.createObjectURL(blob)
      link.download = this.data.texts.file
      link.click()
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
    })
  }

  focused() {
    return this.stage.contains(this.root.getRootNode().activeElement)
  }

  end() {
    if (this.network) this.network.destroy()
    this.network = null
  }
}

function element(tag, name) {
  const made = document.createElement(tag)
  if (name) made.className = name
  return made
}

function button(words, act) {
  const made = element("button")
  made.type = "button"
  made.textContent = words
  made.addEventListener("click", act)
  return made
}

function dark(root) {
  const probe = element("span")
  probe.style.color = "var(--st-background-color)"
  root.append(probe)
  const [r, g, b] = getComputedStyle(probe).color.match(/[\d.]+/g).map(Number)
  probe.remove()
  return 0.299 * r + 0.587 * g + 0.114 * b < 128
}
