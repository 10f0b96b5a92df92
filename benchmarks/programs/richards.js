// An operating system's scheduler in small: classes that inherit, methods that are called through
// objects of several classes, linked lists, flags.
const IDLE = 0, WORKER = 1, HANDLER_A = 2, HANDLER_B = 3, DEVICE_A = 4, DEVICE_B = 5;
const KIND_DEVICE = 0, KIND_WORK = 1;
const DATA_SIZE = 4;

class Packet {
  constructor(link, id, kind) {
    this.link = link;
    this.id = id;
    this.kind = kind;
    this.datum = 0;
    this.data = [0, 0, 0, 0];
  }
  appendTo(queue) {
    this.link = null;
    if (queue === null) return this;
    let last = queue;
    while (last.link !== null) last = last.link;
    last.link = this;
    return queue;
  }
}

class Task {
  constructor(scheduler, id, priority, queue) {
    this.scheduler = scheduler;
    this.id = id;
    this.priority = priority;
    this.queue = queue;
    this.next = scheduler.tasks;
    this.pending = queue !== null;
    this.waiting = queue === null;
    this.held = false;
    scheduler.tasks = this;
    scheduler.table[id] = this;
  }
  isBlocked() {
    return this.held || (!this.pending && this.waiting);
  }
  takePacket() {
    if (!(this.waiting && this.pending)) return null;
    const packet = this.queue;
    this.queue = packet.link;
    this.waiting = false;
    this.pending = this.queue !== null;
    return packet;
  }
  receive(packet, running) {
    if (this.queue === null) {
      this.queue = packet;
      this.pending = true;
      if (this.priority > running.priority) return this;
    } else {
      this.queue = packet.appendTo(this.queue);
    }
    return running;
  }
}

class IdleTask extends Task {
  constructor(scheduler, seed, count) {
    super(scheduler, IDLE, 0, null);
    this.waiting = false;
    this.seed = seed;
    this.count = count;
  }
  run() {
    if (--this.count === 0) return this.scheduler.hold();
    if ((this.seed & 1) === 0) {
      this.seed >>= 1;
      return this.scheduler.release(DEVICE_A);
    }
    this.seed = (this.seed >> 1) ^ 0xd008;
    return this.scheduler.release(DEVICE_B);
  }
}

class DeviceTask extends Task {
  constructor(scheduler, id, priority) {
    super(scheduler, id, priority, null);
    this.work = null;
  }
  run(packet) {
    if (packet === null) {
      if (this.work === null) return this.scheduler.wait();
      const work = this.work;
      this.work = null;
      return this.scheduler.send(work);
    }
    this.work = packet;
    return this.scheduler.hold();
  }
}

class WorkerTask extends Task {
  constructor(scheduler, priority, queue) {
    super(scheduler, WORKER, priority, queue);
    this.target = HANDLER_A;
    this.letter = 0;
  }
  run(packet) {
    if (packet === null) return this.scheduler.wait();
    this.target = this.target === HANDLER_A ? HANDLER_B : HANDLER_A;
    packet.id = this.target;
    packet.datum = 0;
    for (let i = 0; i < DATA_SIZE; i++) {
      this.letter = this.letter === 26 ? 1 : this.letter + 1;
      packet.data[i] = this.letter;
    }
    return this.scheduler.send(packet);
  }
}

class HandlerTask extends Task {
  constructor(scheduler, id, priority, queue) {
    super(scheduler, id, priority, queue);
    this.work = null;
    this.devices = null;
  }
  run(packet) {
    if (packet !== null) {
      if (packet.kind === KIND_WORK) this.work = packet.appendTo(this.work);
      else this.devices = packet.appendTo(this.devices);
    }
    if (this.work === null) return this.scheduler.wait();
    const work = this.work;
    const index = work.datum;
    if (index >= DATA_SIZE) {
      this.work = work.link;
      return this.scheduler.send(work);
    }
    if (this.devices === null) return this.scheduler.wait();
    const device = this.devices;
    this.devices = device.link;
    device.datum = work.data[index];
    work.datum = index + 1;
    return this.scheduler.send(device);
  }
}

class Scheduler {
  constructor() {
    this.tasks = null;
    this.table = [null, null, null, null, null, null];
    this.current = null;
    this.sent = 0;
    this.holds = 0;
  }
  schedule() {
    let task = this.tasks;
    while (task !== null) {
      if (task.isBlocked()) {
        task = task.next;
      } else {
        this.current = task;
        task = task.run(task.takePacket());
      }
    }
  }
  hold() {
    this.holds++;
    this.current.held = true;
    return this.current.next;
  }
  wait() {
    this.current.waiting = true;
    return this.current;
  }
  release(id) {
    const task = this.table[id];
    task.held = false;
    return task.priority > this.current.priority ? task : this.current;
  }
  send(packet) {
    const target = this.table[packet.id];
    this.sent++;
    packet.link = null;
    packet.id = this.current.id;
    return target.receive(packet, this.current);
  }
}

function richards() {
  const scheduler = new Scheduler();
  new IdleTask(scheduler, 1, 10000);
  let queue = new Packet(null, WORKER, KIND_WORK);
  queue = new Packet(queue, WORKER, KIND_WORK);
  new WorkerTask(scheduler, 1000, queue);
  for (const [handler, device, priority] of [[HANDLER_A, DEVICE_A, 2000], [HANDLER_B, DEVICE_B, 3000]]) {
    queue = new Packet(null, device, KIND_DEVICE);
    queue = new Packet(queue, device, KIND_DEVICE);
    queue = new Packet(queue, device, KIND_DEVICE);
    new HandlerTask(scheduler, handler, priority, queue);
  }
  new DeviceTask(scheduler, DEVICE_A, 4000);
  new DeviceTask(scheduler, DEVICE_B, 5000);
  scheduler.schedule();
  return `${scheduler.sent} ${scheduler.holds}`;
}

let last = "";
for (let i = 0; i < 100; i++) last = richards();
console.log(last);
