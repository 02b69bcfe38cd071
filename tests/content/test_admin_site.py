import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from django_otp.oath import totp
from django_otp.plugins.otp_totp.models import TOTPDevice

LOGIN = {"username": "editor", "password": "secret"}


@pytest.fixture
def device(editor):
    return TOTPDevice.objects.create(user=editor, name="phone", confirmed=True)


def log_in(client, **values):
    return client.post(reverse("admin:login"), LOGIN | values, follow=True)


def is_in(client):
    return client.get(reverse("admin:index")).status_code == 200


def test_without_a_device_name_and_password_are_enough(client, editor):
    log_in(client)
    assert is_in(client)


def test_with_a_device_the_token_is_asked(client, device):
    response = log_in(client)
    assert "The one-time token is missing or wrong." in response.text
    assert 'name="otp_token"' in response.text
    assert not is_in(client)


def test_with_the_token_the_editor_is_let_in(client, device):
    log_in(client, otp_token=f"{totp(device.bin_key):06}")
    assert is_in(client)


def test_a_device_that_is_not_confirmed_asks_for_nothing(client, device):
    TOTPDevice.objects.update(confirmed=False)
    log_in(client)
    assert is_in(client)


def test_a_session_from_before_the_device_is_asked_again(client, editor, device):
    client.force_login(get_user_model().objects.get())
    assert not is_in(client)
