"""Devices that engines can have for themselves, as drivers and variables say; none is no error."""

import pytest

from sd3explorer.machine import cards, devices
from sd3explorer.machine.devices import ANY, gpus, processor

RTX, T4 = "NVIDIA GeForce RTX 4090", "Tesla T4"


@pytest.fixture(autouse=True)
def bare(tmp_path, monkeypatch):
    """A Linux without any of it."""
    monkeypatch.setattr(cards, "DRIVER", tmp_path / "nvidia")
    monkeypatch.setattr(cards, "DEVICES", tmp_path / "dev")
    monkeypatch.setattr(cards, "OTHER_DEVICES", ())
    monkeypatch.setattr(devices, "AMD_NODES", tmp_path / "nodes")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("CUDA_VISIBLE_DEVICES", "HIP_VISIBLE_DEVICES", "CUDA_DEVICE_ORDER"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def nvidia(tmp_path):
    def make(*names):
        (tmp_path / "dev").mkdir()
        for number, name in enumerate(names):
            file = tmp_path / "nvidia" / "gpus" / f"0000:0{number}:00.0" / "information"
            file.parent.mkdir(parents=True)
            file.write_text(f"Model: \t\t {name}\nIRQ: 77\nDevice Minor: \t {number}\n")
            (tmp_path / "dev" / f"nvidia{number}").touch()

    return make


@pytest.fixture
def amd(tmp_path):
    def make(*simds):
        for number, (simd, target) in enumerate(simds):
            file = tmp_path / "nodes" / str(number) / "properties"
            file.parent.mkdir(parents=True)
            file.write_text(f"cpu_cores_count 0\nsimd_count {simd}\ngfx_target_version {target}\n")

    return make


def seen_by(device, name):
    return dict(device.variables).get(name)


def test_without_a_gpu_there_is_the_processor():
    assert gpus() == ()
    assert (processor().name, processor().kind) == ("CPU", "")
    assert processor().hides_gpus
    assert not ANY.hides_gpus


def test_each_gpu_is_all_that_its_engine_sees(nvidia):
    nvidia(RTX, RTX)
    first, second = gpus()
    assert [device.name for device in (first, second)] == ["GPU 0", "GPU 1"]
    assert [seen_by(device, "CUDA_VISIBLE_DEVICES") for device in (first, second)] == ["0", "1"]
    # As nvidia-smi counts.
    assert seen_by(first, "CUDA_DEVICE_ORDER") == "PCI_BUS_ID"
    assert not first.hides_gpus


def test_the_processor_sees_none_of_them(nvidia):
    nvidia(RTX)
    assert seen_by(processor(), "CUDA_VISIBLE_DEVICES") == "-1"
    assert processor().kind == "cpu"


def test_gpus_that_are_alike_share_what_was_measured_and_others_do_not(nvidia):
    nvidia(RTX, T4, RTX)
    assert [device.title for device in gpus()] == [RTX, T4, RTX]
    assert [device.kind for device in gpus()] == [RTX, T4, RTX]


def test_alike_ones_share_it_with_who_leaves_the_choice_to_the_backend(nvidia):
    nvidia(RTX, RTX)
    assert {device.kind for device in gpus()} == {ANY.kind}


def test_what_a_container_is_shown_and_has_no_device_of_is_not_there(nvidia, tmp_path):
    nvidia(RTX, T4)
    (tmp_path / "dev" / "nvidia0").unlink()
    assert [device.title for device in gpus()] == [T4]


@pytest.mark.parametrize(
    ("visible", "entries"),
    [
        ("1", ["1"]),
        ("1,0", ["1", "0"]),
        (" 1 , 0 ", ["1", "0"]),
        # The drivers read up to the first that isn't there.
        ("1,7,0", ["1"]),
        ("0,0", ["0"]),
        ("-1", []),
        ("", []),
        ("nonsense", []),
        ("GPU-8932f937-d72c-4106-c12f-20bd9faed9f6", ["GPU-8932f937-d72c-4106-c12f-20bd9faed9f6"]),
    ],
)
def test_a_variable_that_leaves_only_some_of_them_is_kept_to(nvidia, monkeypatch, visible, entries):
    nvidia(RTX, RTX)
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", visible)
    found = gpus()
    assert [seen_by(device, "CUDA_VISIBLE_DEVICES") for device in found] == entries
    assert [device.name for device in found] == [f"GPU {number}" for number in range(len(entries))]
    # Whoever has set it counts as CUDA does there.
    assert all(seen_by(device, "CUDA_DEVICE_ORDER") is None for device in found)


def test_where_cuda_counts_its_own_way_nobody_takes_one_card_for_another(nvidia, monkeypatch):
    nvidia(RTX, T4)
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "0,1")
    assert [device.title for device in gpus()] == ["", ""]
    assert len({device.kind for device in gpus()}) == 2
    monkeypatch.setenv("CUDA_DEVICE_ORDER", "PCI_BUS_ID")
    assert [device.title for device in gpus()] == [RTX, T4]


def test_amd_s_are_found_among_its_driver_s_nodes(amd):
    amd(("0", "0"), ("96", "110000"), ("80", "100300"))
    assert [seen_by(device, "HIP_VISIBLE_DEVICES") for device in gpus()] == ["0", "1"]
    assert [device.title for device in gpus()] == ["AMD GPU, gfx target 110000", "AMD GPU, gfx target 100300"]


def test_where_linux_has_no_files_of_the_driver_it_is_asked(tmp_path):
    program = tmp_path / "nvidia-smi"
    program.write_text(
        f"#!/bin/sh\necho '{RTX}, 24564, 550.54.14, 8.9'\necho '{T4}, 15000, 550.54.14, 7.5'\n"
    )
    program.chmod(0o755)
    assert [device.title for device in gpus()] == [RTX, T4]
