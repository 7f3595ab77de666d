"""A checkpoint folder written piece by piece: config.json, shards of safetensors and their index."""

import json
import os

BYTES = {"BF16": 2, "F16": 2, "F32": 4, "I32": 4, "U8": 1, "F8_E4M3": 1}


def num_bytes(dtype, shape):
    size = BYTES[dtype]
    for extent in shape:
        size *= extent
    return size


class Checkpoint:
    """All names, types and shapes are known before the first byte; the pieces may come in any order."""

    def __init__(self, folder, config, pieces, shard_bytes=2 << 30):
        os.makedirs(folder, exist_ok=True)
        self.places = {}
        shards = self.cut(pieces, shard_bytes)
        names = [f"model-{i + 1:05}-of-{len(shards):05}.safetensors" for i in range(len(shards))]
        self.files = [self.begin(os.path.join(folder, name), shard, idx)
                      for idx, (name, shard) in enumerate(zip(names, shards))]
        total = sum(num_bytes(dtype, shape) for dtype, shape in pieces.values())
        self.dump(folder, "model.safetensors.index.json", {
            "metadata": {"total_size": total},
            "weight_map": {piece: names[idx] for piece, (idx, *_) in self.places.items()}})
        self.dump(folder, "config.json", config)

    @staticmethod
    def dump(folder, name, content):
        with open(os.path.join(folder, name), "w") as file:
            json.dump(content, file, indent=1)

    @staticmethod
    def cut(pieces, shard_bytes):
        shards, used = [{}], 0
        for name, (dtype, shape) in pieces.items():
            if used and used + num_bytes(dtype, shape) > shard_bytes:
                shards.append({})
                used = 0
            shards[-1][name] = (dtype, shape)
            used += num_bytes(dtype, shape)
        return shards

    def begin(self, path, shard, idx):
        header, end = {"__metadata__": {"format": "pt"}}, 0
        for name, (dtype, shape) in shard.items():
            begin, end = end, end + num_bytes(dtype, shape)
            header[name] = {"dtype": dtype, "shape": shape, "data_offsets": [begin, end]}
        text = json.dumps(header).encode()
        text += b" " * (-len(text) % 8)
        for name in shard:
            begin, stop = header[name]["data_offsets"]
            self.places[name] = (idx, 8 + len(text) + begin, stop - begin)
        file = open(path, "wb")
        file.write(len(text).to_bytes(8, "little") + text)
        file.truncate(8 + len(text) + end)
        return file

    def write(self, name, array):
        idx, place, size = self.places[name]
        if array.nbytes != size:
            raise ValueError(f"{name}: {array.nbytes} bytes, planned were {size}")
        self.files[idx].seek(place)
        self.files[idx].write(array)

    def close(self):
        for file in self.files:
            file.close()
