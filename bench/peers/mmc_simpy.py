"""The M/M/c ring of bench/Schakel.Bench/RingNetwork.cs in SimPy 2, as Debian's python3-simpy has it.

Arguments: stations, servers each, entities, mean service, horizon (both in minutes).
Prints: events (ends of service), seconds of simulating, mean wait in minutes.
"""
import random
import sys
import time

from SimPy.Simulation import Process, Resource, Simulation, hold, release, request


class Totals:
    def __init__(self):
        self.events = 0
        self.started = 0
        self.wait = 0.0


class Entity(Process):
    def go_round(self, station, stations, mean, draw, totals):
        sim = self.sim
        while True:
            here = stations[station]
            since = sim.now()
            yield request, self, here
            totals.started += 1
            totals.wait += sim.now() - since
            yield hold, self, draw(1.0 / mean)
            totals.events += 1
            yield release, self, here
            station = (station + 1) % len(stations)


def main():
    count, servers, entities = (int(a) for a in sys.argv[1:4])
    mean, horizon = (float(a) for a in sys.argv[4:6])
    sim = Simulation()
    sim.initialize()
    draw = random.Random(2).expovariate
    totals = Totals()
    stations = [Resource(capacity=servers, sim=sim) for _ in range(count)]
    for number in range(entities):
        entity = Entity(sim=sim)
        sim.activate(entity, entity.go_round(number % count, stations, mean, draw, totals))
    begin = time.perf_counter()
    sim.simulate(until=horizon)
    seconds = time.perf_counter() - begin
    print(totals.events, repr(seconds), repr(totals.wait / totals.started))


main()
