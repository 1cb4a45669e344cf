"""JaamSim's delay model (bench/Schakel.Bench/JaamSimModels.cs) in SimPy 2, as Debian's python3-simpy has it: an event list and nothing else.

Arguments: entities, horizon in time units. Prints: events, seconds of simulating, events per time unit.
"""
import random
import sys
import time

from SimPy.Simulation import Process, Simulation, hold


class Entity(Process):
    def go_round(self, longest, draw, count):
        while True:
            yield hold, self, draw() * longest
            count[0] += 1


def main():
    entities = int(sys.argv[1])
    horizon = float(sys.argv[2])
    sim = Simulation()
    sim.initialize()
    draw = random.Random(3).random
    count = [0]
    for _ in range(entities):
        entity = Entity(sim=sim)
        sim.activate(entity, entity.go_round(2.0 * entities, draw, count))
    begin = time.perf_counter()
    sim.simulate(until=horizon)
    seconds = time.perf_counter() - begin
    print(count[0], repr(seconds), repr(count[0] / horizon))


main()
