"""Copies in a bucket of an S3-compatible service. Imported only where one is set (`ARCHIVE_BUCKET`)."""

from boto3.s3.transfer import TransferConfig
from botocore.config import Config
from storages.backends.s3 import S3Storage


class Bucket(S3Storage):
    """As other services than Amazon's understand it: the bucket in the path, and no checksums that only Amazon's reads."""

    def get_default_settings(self):
        return super().get_default_settings() | {
            "client_config": Config(
                signature_version="s3v4",
                s3={"addressing_style": "path"},
                request_checksum_calculation="when_required",
                response_checksum_validation="when_required",
                connect_timeout=5,
                read_timeout=20,
                retries={"max_attempts": 2},
            ),
            "transfer_config": TransferConfig(use_threads=False),
            "default_acl": None,
            "querystring_auth": True,
            "file_overwrite": True,  # a name belongs to its bytes
        }
